import { computed, watchEffect } from 'vue'
import { createI18n, useI18n } from 'vue-i18n'
import type { Language } from '@/shared/format'
import en from './en'
import zh, { type Messages } from './zh'

const STORED = 'zaigang.language'

export const i18n = createI18n<[Messages], Language, false>({
  legacy: false,
  locale: localStorage.getItem(STORED) === 'en' ? 'en' : 'zh',
  fallbackLocale: 'zh',
  messages: { zh, en },
})

watchEffect(() => {
  document.documentElement.lang = i18n.global.locale.value === 'en' ? 'en' : 'zh-CN'
})

/** The page's language, and the switch between the two. */
export function useLanguage() {
  const { locale } = useI18n()
  const language = computed<Language>(() => (locale.value === 'en' ? 'en' : 'zh'))

  function toggle(): void {
    locale.value = language.value === 'zh' ? 'en' : 'zh'
    localStorage.setItem(STORED, locale.value)
  }

  return { language, toggle }
}
