import type { Role } from '@/api/accounts'

/** Whoever may see pictures. */
const FOOTAGE: readonly Role[] = ['DESK', 'APPROVER', 'SUPERVISOR', 'ADMIN']

/** The pages in the order of the bar, and whom the server lets use what is on them. */
export const PAGES = [
  { name: 'desk', roles: FOOTAGE },
  { name: 'wall', roles: FOOTAGE },
  { name: 'footage', roles: FOOTAGE },
  { name: 'figures', roles: ['DESK', 'APPROVER', 'SUPERVISOR', 'ADMIN', 'AUDITOR'] },
  { name: 'attendance', roles: ['APPROVER', 'SUPERVISOR', 'ADMIN'] },
  { name: 'duty', roles: FOOTAGE },
  { name: 'my', roles: ['STAFF'] },
  { name: 'circulars', roles: ['SUPERVISOR', 'ADMIN', 'AUDITOR'] },
  { name: 'spotChecks', roles: ['DESK', 'SUPERVISOR'] },
  { name: 'register', roles: ['AUDITOR', 'ADMIN'] },
  { name: 'notify', roles: ['ADMIN', 'SUPERVISOR'] },
  { name: 'settings', roles: ['ADMIN'] },
  { name: 'accounts', roles: ['ADMIN'] },
] as const satisfies readonly { name: string; roles: readonly Role[] }[]

export type PageName = (typeof PAGES)[number]['name']

/** The pages for someone with these roles. */
export function pagesFor(roles: readonly Role[]): PageName[] {
  return PAGES.filter((page) => page.roles.some((role) => roles.includes(role))).map(
    (page) => page.name,
  )
}
