import { noteServerTime } from '@/shared/serverClock'

/** One of several things that are wrong; see the server's PlanProblem. */
export interface NamedProblem {
  path: string
  line: number
  message: string
  code: string
  values: string[]
}

/** A request that failed, with the HTTP status (0: no answer at all) and the server's own sentence. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    /** Each thing that is wrong with what was sent, where the server names them one by one. */
    readonly problems: NamedProblem[] = [],
  ) {
    super(detail || `HTTP ${status}`)
    this.name = 'ApiError'
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Value = string | number | null | undefined
type Query = Record<string, Value | readonly string[]>

let onSignedOut: () => void = () => {}

/** Called whenever the server answers 401 to something other than a sign-in. */
export function whenSignedOut(handler: () => void): void {
  onSignedOut = handler
}

export function get<T>(path: string, query: Query = {}): Promise<T> {
  return request<T>('GET', withQuery(path, query))
}

export function send<T>(method: Exclude<Method, 'GET'>, path: string, body?: unknown): Promise<T> {
  return request<T>(method, path, body)
}

/** Sends a file as it is. */
export function sendFile<T>(path: string, file: Blob): Promise<T> {
  return request<T>('POST', path, file)
}

/** `path` with the given parameters, lists repeated; null, undefined and empty ones are left out. */
export function withQuery(path: string, query: Query): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined && one !== '') parameters.append(name, String(one))
    }
  }
  const text = parameters.toString()
  return text ? `${path}?${text}` : path
}

async function request<T>(method: Method, path: string, body?: unknown): Promise<T> {
  const askedAt = Date.now()
  const response = await fetch(path, {
    method,
    headers: headersOf(method, body),
    body: body === undefined ? null : body instanceof Blob ? body : JSON.stringify(body),
    credentials: 'same-origin',
  }).catch(() => {
    throw new ApiError(0, '')
  })
  noteServerTime(response.headers.get('Date'), askedAt, Date.now())
  if (!response.ok) {
    const failure = await failureOf(response)
    if (response.status === 401 && path !== '/api/session') onSignedOut()
    throw failure
  }
  const text = await response.text()
  return (text ? JSON.parse(text) : undefined) as T
}

function headersOf(method: Method, body: unknown): Record<string, string> {
  const headers: Record<string, string> = { Accept: 'application/json' }
  if (body !== undefined) {
    headers['Content-Type'] = body instanceof Blob ? 'application/octet-stream' : 'application/json'
  }
  const token = csrfToken()
  if (method !== 'GET' && token) headers['X-XSRF-TOKEN'] = token
  return headers
}

function csrfToken(): string | null {
  const match = /(?:^|;\s*)XSRF-TOKEN=([^;]+)/.exec(document.cookie)
  return match?.[1] ? decodeURIComponent(match[1]) : null
}

/** What an RFC 9457 problem says, or nothing: never raw HTML. */
async function failureOf(response: Response): Promise<ApiError> {
  if (!response.headers.get('Content-Type')?.includes('json')) {
    return new ApiError(response.status, '')
  }
  const problem: unknown = await response.json().catch(() => null)
  if (!problem || typeof problem !== 'object') return new ApiError(response.status, '')
  const detail = 'detail' in problem ? String(problem.detail) : ''
  const listed = 'problems' in problem && Array.isArray(problem.problems) ? problem.problems : []
  return new ApiError(
    response.status,
    detail,
    listed.filter((one) => typeof one === 'object' && one !== null && 'message' in one),
  )
}
