// The language of the page: as asked for in the address, as chosen before, or as the browser speaks.
const asked = new URLSearchParams(location.search).get('lang')
const language = asked ?? localStorage.getItem('shop.language') ?? navigator.language

document.documentElement.lang = language.startsWith('zh') ? 'zh-CN' : 'en'
localStorage.setItem('shop.language', document.documentElement.lang)

document.addEventListener('DOMContentLoaded', () => {
  const name = document.documentElement.lang === 'en' ? 'title-en' : 'title-zh'
  document.title = document.querySelector(`meta[name=${name}]`).content

  document.querySelectorAll('[data-cart]').forEach((button) => {
    button.addEventListener('click', () => {
      const chinese = document.documentElement.lang === 'zh-CN'
      button.disabled = true
      button.textContent = chinese ? '已加入购物车' : 'In your cart'
    })
  })
})
