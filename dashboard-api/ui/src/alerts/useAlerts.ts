import { onScopeDispose, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import type { Incident } from '@/api/types'
import { useLiveStore } from '@/live/liveStore'
import { serverNow } from '@/shared/serverClock'
import { useHallStore } from '@/shell/hallStore'
import { AlertPolicy } from './alertPolicy'
import { useAlertSettings } from './alertSettings'
import { playChime } from './chime'

const DIGEST_TAG = 'zaigang-digest'

/** Tells of new incidents wherever in the page one is: spoken, by sound, and as a notification. */
export function useAlerts() {
  const { t } = useI18n()
  const live = useLiveStore()
  const hall = useHallStore()
  const router = useRouter()
  const settings = useAlertSettings()
  const policy = new AlertPolicy()
  const spoken = ref('')
  let inDigest = 0

  onScopeDispose(live.whenNew(tell))

  function tell(incident: Incident): void {
    spoken.value = sentenceOf(incident)
    const loudness = policy.judge(incident, serverNow())
    if (loudness === 'call') {
      inDigest = 0
      call(incident)
    } else if (loudness === 'digest') {
      inDigest++
      notify(t('alerts.digest', { n: inDigest }), DIGEST_TAG, null)
    }
  }

  function sentenceOf(incident: Incident): string {
    const place = hall.placeOf(incident) || t('incident.staffArea')
    return t('list.announced', { place, type: t(`incident.type.${incident.type}`) })
  }

  function call(incident: Incident): void {
    if (settings.sound) playChime()
    notify(sentenceOf(incident), incident.id, incident.id)
  }

  /** Only while nobody looks at the page; a notification of the same tag replaces the one before. */
  function notify(text: string, tag: string, incidentId: string | null): void {
    if (!settings.notify || document.visibilityState === 'visible') return
    const shown = new Notification(t('product'), { body: text, tag })
    shown.onclick = () => {
      window.focus()
      void router.push({ name: 'desk', query: incidentId ? { incident: incidentId } : {} })
      shown.close()
    }
  }

  return { spoken }
}
