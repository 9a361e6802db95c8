import { defineStore } from 'pinia'
import { ref, watch } from 'vue'

const STORED = 'zaigang.alerts'

interface Stored {
  sound: boolean
  notify: boolean
}

/** How this computer calls people: sound is on until switched off, notifications need asking for. */
export const useAlertSettings = defineStore('alertSettings', () => {
  const stored = load()
  const sound = ref(stored.sound)
  const notify = ref(stored.notify && notificationState() === 'granted')

  watch([sound, notify], () => {
    localStorage.setItem(STORED, JSON.stringify({ sound: sound.value, notify: notify.value }))
  })

  /** Switches notifications; on needs the browser's permission, which only the user can give. */
  async function setNotify(wanted: 'on' | 'off'): Promise<void> {
    if (wanted === 'off' || notificationState() === 'missing') notify.value = false
    else notify.value = (await Notification.requestPermission()) === 'granted'
  }

  return { sound, notify, setNotify }
})

/** `missing`: this browser has none, or the page did not come over HTTPS or from this computer. */
export function notificationState(): NotificationPermission | 'missing' {
  return 'Notification' in window && window.isSecureContext ? Notification.permission : 'missing'
}

function load(): Stored {
  try {
    return { sound: true, notify: false, ...JSON.parse(localStorage.getItem(STORED) ?? '{}') }
  } catch {
    return { sound: true, notify: false }
  }
}
