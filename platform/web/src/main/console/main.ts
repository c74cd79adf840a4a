import { createApp, h } from 'vue'
import ElementPlus from 'element-plus'
import 'element-plus/dist/index.css'

createApp({ render: () => h('div') }).use(ElementPlus).mount('#console')
