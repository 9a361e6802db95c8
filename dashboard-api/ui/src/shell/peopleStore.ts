import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { fetchPeople } from '@/api/people'

/** Names of people: the server tells who did something by user name, people know one another by 姓名. */
export const usePeopleStore = defineStore('people', () => {
  const byUsername = shallowRef(new Map<string, string>())

  async function load(): Promise<void> {
    const people = await fetchPeople().catch(() => null)
    if (people) {
      byUsername.value = new Map(people.map((one) => [one.username, one.displayName]))
    }
  }

  /** 姓名; the user name where nobody bears it, as of a file or a command. */
  const nameOf = (username: string): string => byUsername.value.get(username) || username

  /** 姓名 with the user name behind it: where two people may have the same name. */
  function fullNameOf(username: string): string {
    const name = nameOf(username)
    return name === username ? username : `${name}（${username}）`
  }

  return { load, nameOf, fullNameOf }
})
