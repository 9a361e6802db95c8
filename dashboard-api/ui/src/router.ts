import { createRouter, createWebHistory } from 'vue-router'
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
      path: '/',
      component: () => import('./shell/AppShell.vue'),
      children: [
        { path: '', name: 'desk', component: () => import('./desk/DeskPage.vue') },
        {
          path: 'footage',
          name: 'footage',
          component: () => import('./footage/FootagePage.vue'),
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
  if (session.current && to.name === 'sign-in') return { name: 'desk' }
  return true
})
