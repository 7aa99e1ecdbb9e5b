import js from '@eslint/js'
import globals from 'globals'

export default [
  { ignores: ['wwwroot/lib/', '**/bin/', '**/obj/', 'samples/', 'Sacredboard.Tests/TestData/', 'TestResults/', 'artifacts/'] },
  js.configs.recommended,
  {
    files: ['wwwroot/js/**/*.js'],
    languageOptions: {
      ecmaVersion: 2023,
      sourceType: 'module',
      globals: { ...globals.browser, Chart: 'readonly', hljs: 'readonly', htmx: 'readonly' },
    },
  },
  { files: ['**/*.mjs', 'eslint.config.js'], languageOptions: { globals: globals.node } },
  {
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-console': 'error',
    },
  },
]
