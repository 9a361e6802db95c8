import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useLanguage } from '@/i18n'
import { useLiveStore } from '@/live/liveStore'
import { formatClock, formatDuration } from '@/shared/format'
import { useNow } from '@/shared/useNow'
import { useHallStore } from './hallStore'

/** How fresh the page is, in words. */
export function useConnection() {
  const { t } = useI18n()
  const { language } = useLanguage()
  const live = useLiveStore()
  const hall = useHallStore()
  const now = useNow()

  const heardAt = computed(() => formatClock(live.heardAt, hall.timeZone))

  const label = computed(() => {
    if (live.state !== 'lost') return t(`live.${live.state}`)
    return t('live.lost', { for: formatDuration(now.value - live.heardAt, language.value) })
  })

  const hint = computed(() => t(`live.${live.state}Hint`, { at: heardAt.value }))

  return { label, hint, heardAt }
}
