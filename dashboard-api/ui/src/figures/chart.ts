// Only the parts of ECharts that the figures use.
import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import type { EChartsCoreOption } from 'echarts/core'

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer])

export type ChartOption = EChartsCoreOption

/** Draws into an element and follows its size; `choose` hears which place of the axis was clicked. */
export function drawChart(element: HTMLElement, choose: (index: number) => void) {
  const chart = init(element)
  const observer = new ResizeObserver(() => chart.resize())
  observer.observe(element)
  chart.on('click', ({ dataIndex }) => choose(dataIndex))
  return {
    show: (option: ChartOption) => chart.setOption(option, { notMerge: true }),
    dispose() {
      observer.disconnect()
      chart.dispose()
    },
  }
}
