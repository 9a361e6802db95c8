import type { Staffing } from '@/api/figures'
import { percent } from './amounts'
import type { ChartOption } from './chart'

export interface ChartWords {
  rate: string
  staffed: string
  empty: string
  blind: string
  minutes: string
}

/** Stacked minutes, and the on-post rate over them; where nothing was seen the rate has a hole. */
export function staffingOption(
  labels: string[],
  staffing: Staffing[],
  words: ChartWords,
  colour: (name: string) => string,
): ChartOption {
  const bars = (name: string, key: keyof Staffing, tone: string) => ({
    name,
    type: 'bar',
    stack: 'time',
    barMaxWidth: 34,
    itemStyle: { color: colour(tone) },
    data: staffing.map((one) => Math.round(Number(one[key]) / 6) / 10),
  })
  return {
    animation: false,
    textStyle: { fontFamily: 'inherit' },
    grid: { left: 56, right: 52, top: 34, bottom: 26 },
    legend: { top: 0, itemWidth: 14, itemHeight: 10, textStyle: { color: colour('--text-2') } },
    tooltip: { trigger: 'axis', confine: true },
    xAxis: {
      type: 'category',
      data: labels,
      axisLabel: { color: colour('--text-2') },
      axisLine: { lineStyle: { color: colour('--line-strong') } },
    },
    yAxis: [
      {
        type: 'value',
        name: words.minutes,
        nameTextStyle: { color: colour('--text-3') },
        axisLabel: { color: colour('--text-2') },
        splitLine: { lineStyle: { color: colour('--line') } },
      },
      {
        type: 'value',
        min: (range: { min: number }) => Math.max(0, Math.floor(range.min * 10 - 0.5) / 10),
        max: 1,
        axisLabel: {
          color: colour('--text-2'),
          formatter: (share: number) => `${Math.round(share * 100)}%`,
        },
        splitLine: { show: false },
      },
    ],
    series: [
      bars(words.staffed, 'staffedSeconds', '--chart-staffed'),
      bars(words.empty, 'emptySeconds', '--chart-empty'),
      bars(words.blind, 'blindSeconds', '--chart-blind'),
      {
        name: words.rate,
        type: 'line',
        yAxisIndex: 1,
        symbolSize: 6,
        lineStyle: { width: 2 },
        itemStyle: { color: colour('--accent') },
        tooltip: { valueFormatter: (share: unknown) => percent(share as number | null) },
        data: staffing.map((one) => one.onPostRate),
      },
    ],
  }
}
