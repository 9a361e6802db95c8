// The dashboard's API as a browser uses it: cookies, the CSRF header, a sign-in.
import { readFileSync } from 'node:fs'

export function desk(url) {
  const cookies = new Map()

  async function call(path, init = {}) {
    const headers = { ...init.headers, cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
    if (init.method) headers['X-XSRF-TOKEN'] = cookies.get('XSRF-TOKEN') ?? ''
    const answer = await fetch(url + path, { ...init, headers, redirect: 'manual' })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (name) cookies.set(name, value)
    }
    return answer
  }

  async function json(path) {
    const answer = await call(path)
    if (!answer.ok) throw new Error(`GET ${path} answered ${answer.status}`)
    return answer.json()
  }

  async function signIn(user, passwordFile) {
    await call('/api/session') // hands out the CSRF cookie; 401 is expected
    const answer = await call('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: user, password: readFileSync(passwordFile, 'utf8').trim() }),
    })
    if (!answer.ok) throw new Error(`signing in answered ${answer.status}`)
  }

  // Every incident there is.
  async function incidents() {
    const found = []
    for (let cursor = ''; cursor !== null; ) {
      const page = await json(`/api/incidents?limit=200${cursor && `&before=${encodeURIComponent(cursor)}`}`)
      found.push(...page.items)
      cursor = page.next ?? null
    }
    return found
  }

  return { call, json, signIn, incidents }
}
