import { createApp } from 'vue'
import ElementPlus from 'element-plus'
import 'element-plus/dist/index.css'
import 'element-plus/theme-chalk/dark/css-vars.css'
import './theme/variables.css'
import './theme/element.css'
import './theme/base.css'
import App from './App.vue'
import { http } from './api/http'
import { preferences } from './preferences/preferences'
import { followPreferences } from './preferences/theme'
import { followSession } from './live/use-desk'
import { restoreSession } from './session/session'
import { router } from './router'
import { i18n } from './words'

http.language = () => preferences.language
followPreferences()
await restoreSession().catch(() => undefined)
followSession()
createApp(App).use(i18n).use(router).use(ElementPlus).mount('#console')
