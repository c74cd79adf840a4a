import { createRouter, createWebHistory } from 'vue-router'

const ConversationsPage = () => import('./conversations/ConversationsPage.vue')
const SettingsPage = () => import('./settings/SettingsPage.vue')
const PanelPage = () => import('./panels/PanelPage.vue')

export const router = createRouter({
  history: createWebHistory('/console/'),
  routes: [
    { path: '/', redirect: '/conversations' },
    { path: '/conversations/:id(\\d+)?', name: 'conversations', component: ConversationsPage },
    { path: '/area/:panel', name: 'area', component: PanelPage, props: { slot: 'RAIL' } },
    {
      path: '/settings',
      name: 'settings',
      component: SettingsPage,
      children: [
        { path: 'plugins', component: () => import('./settings/plugins/PluginsPage.vue') },
        { path: 'health', component: () => import('./settings/health/HealthPage.vue') },
        { path: 'routing', component: () => import('./settings/routing/RoutingPage.vue') },
        { path: 'trials', component: () => import('./settings/trials/TrialsPage.vue') },
        { path: 'calendars', component: () => import('./settings/calendars/CalendarsPage.vue') },
        { path: 'endings', component: () => import('./settings/endings/EndingsPage.vue') },
        { path: 'categories', component: () => import('./settings/categories/CategoriesPage.vue') },
        { path: 'replies', component: () => import('./settings/replies/RepliesPage.vue') },
        { path: 'words', component: () => import('./settings/words/WordsPage.vue') },
        { path: 'members', component: () => import('./settings/members/MembersPage.vue') },
        { path: 'panel/:panel', component: PanelPage, props: { slot: 'SETTINGS_PAGE' } },
      ],
    },
    { path: '/:anything(.*)', redirect: '/conversations' },
  ],
})
