import vueI18n from '@intlify/eslint-plugin-vue-i18n'
import vue from 'eslint-plugin-vue'
import typescript from 'typescript-eslint'

export default typescript.config(
  { ignores: ['target/**', 'node_modules/**', '**/schema.d.ts'] },
  ...typescript.configs.recommended,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: typescript.parser } },
  },
  {
    files: ['src/main/console/**/*.{ts,vue}'],
    plugins: { '@intlify/vue-i18n': vueI18n },
    rules: {
      // No text in code: every word a person reads comes from words/.
      '@intlify/vue-i18n/no-raw-text': [
        'error',
        {
          ignorePattern: '^[-#:()&·•/…×✓→+%@.,?0-9\\s]*$',
          attributes: { '/.+/': ['title', 'aria-label', 'label', 'placeholder', 'alt'] },
        },
      ],
    },
  },
  {
    rules: {
      'max-lines': ['error', 300],
      'max-params': ['error', 5],
      'no-console': 'error',
      eqeqeq: 'error',
      // Layout is a matter of taste that reviews settle; these fight over it.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/require-default-prop': 'off',
      'vue/multi-word-component-names': 'off',
    },
  },
  {
    files: ['src/test/mock/**', 'build/**'],
    rules: { 'no-console': 'off' },
  },
)
