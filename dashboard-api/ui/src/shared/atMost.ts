/** Runs tasks in the order they come, at most `limit` at a time. */
export function atMost(limit: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0

  function start(): void {
    if (running >= limit) return
    const next = waiting.shift()
    if (!next) return
    running++
    next()
  }

  return (task) =>
    new Promise((resolve, reject) => {
      waiting.push(() => {
        task()
          .then(resolve, reject)
          .finally(() => {
            running--
            start()
          })
      })
      start()
    })
}
