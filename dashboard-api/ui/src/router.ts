import { createRouter, createWebHistory } from 'vue-router'
import { pagesFor } from './shell/pages'
import { useSessionStore } from './session/sessionStore'

declare module 'vue-router' {
  interface RouteMeta {
    /** May be seen without being signed in. */
    open?: true
  }
}

/** The server answers every address of a page (and no other) with index.html. */
export const router = createRouter({
  history: createWebHistory(),
  routes: [
    {
      path: '/sign-in',
      name: 'sign-in',
      meta: { open: true },
      component: () => import('./session/SignInPage.vue'),
    },
    {
      path: '/setup',
      name: 'setup',
      meta: { open: true },
      component: () => import('./session/SetupPage.vue'),
    },
    {
      path: '/',
      component: () => import('./shell/AppShell.vue'),
      children: [
        { path: '', name: 'desk', component: () => import('./desk/DeskPage.vue') },
        { path: 'wall', name: 'wall', component: () => import('./wall/WallPage.vue') },
        {
          path: 'footage',
          name: 'footage',
          component: () => import('./footage/FootagePage.vue'),
        },
        {
          path: 'figures',
          name: 'figures',
          component: () => import('./figures/FiguresPage.vue'),
        },
        {
          path: 'attendance/:id?',
          name: 'attendance',
          component: () => import('./attendance/AttendancePage.vue'),
        },
        { path: 'duty', name: 'duty', component: () => import('./duty/DutyPage.vue') },
        { path: 'my', name: 'my', component: () => import('./attendance/MyPage.vue') },
        {
          path: 'circulars',
          name: 'circulars',
          component: () => import('./circular/CircularsPage.vue'),
        },
        {
          path: 'spot-checks',
          name: 'spotChecks',
          component: () => import('./spotcheck/SpotChecksPage.vue'),
        },
        {
          path: 'settings/:section?',
          name: 'settings',
          component: () => import('./settings/SettingsPage.vue'),
        },
        {
          path: 'register',
          name: 'register',
          component: () => import('./register/RegisterPage.vue'),
        },
        {
          path: 'notify',
          name: 'notify',
          component: () => import('./notify/NotifyPage.vue'),
        },
        {
          path: 'accounts',
          name: 'accounts',
          component: () => import('./accounts/AccountsPage.vue'),
        },
      ],
    },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
})

router.beforeEach(async (to) => {
  const session = useSessionStore()
  await session.restore()
  if (!session.current && !to.meta.open) {
    return { name: 'sign-in', query: to.fullPath === '/' ? {} : { next: to.fullPath } }
  }
  if (!session.current || to.meta.open) return session.current ? { path: '/' } : true
  // The server decides who may what; this only spares people pages that would stay empty.
  const pages = pagesFor(session.current.roles)
  const [first] = pages
  return pages.some((page) => page === to.name) || !first ? true : { name: first }
})
