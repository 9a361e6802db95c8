/** A camera's address taken apart, as it is shown and typed. */
export interface Address {
  /** Without user and password. */
  place: string
  /** `{CAM_01_USER}:{CAM_01_PASSWORD}`, or empty. */
  user: string
}

const PARTS = /^([a-z]+:\/\/)(?:([^/?#]*)@)?(.*)$/i

export function takeApart(url: string): Address {
  const [, scheme = '', user = '', rest = ''] = PARTS.exec(url) ?? []
  return scheme ? { place: scheme + rest, user } : { place: url, user: '' }
}

/** Puts an address together; what is typed as user and password is encoded. */
export function putTogether(place: string, user: string): string {
  const [, scheme = '', , rest = ''] = PARTS.exec(place) ?? []
  return scheme && user ? `${scheme}${user}@${rest}` : place
}

/** `user:password` for an address: letters that mean something there are encoded, braces are not names. */
export const typedUser = (user: string, password: string) =>
  `${encodeURIComponent(user)}:${encodeURIComponent(password)}`

/** Who keeps what stands for user and password. */
export function keeperOf(user: string): 'none' | 'vault' | 'environment' | 'typed' {
  if (!user) return 'none'
  if (user.includes('{VAULT_')) return 'vault'
  return user.startsWith('{') ? 'environment' : 'typed'
}

/** How makes name their second streams: Hikvision, Dahua, Uniview, and what many others follow. */
const SECOND: readonly [RegExp, string][] = [
  [/(\/Streaming\/Channels\/\d+0)1\b/i, '$12'],
  [/(\bsubtype=)0\b/i, '$11'],
  [/(\/media\/video)1\b/i, '$12'],
  [/(\/ch\d+\/)main(\/|$)/i, '$1sub$2'],
]

/** The address of a camera's second stream, by its make's custom; null where none is known. */
export function secondStreamOf(url: string): string | null {
  const [pattern, second] = SECOND.find(([known]) => known.test(url)) ?? []
  return pattern && second ? url.replace(pattern, second) : null
}
