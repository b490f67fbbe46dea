import { writeDay } from '../../certificates/rules/certificate-text'
import type { Declaration, Goal, Programme } from '../model'
import { writeMonths } from './explain-check'
import { outputText } from './output-text'

/** The plan of a section as lines to paste into the planner of eDofE. */
export const writePlannerText = (
  plan: {
    readonly programme: Programme
    readonly activity: string
    readonly target: number
    readonly goals: readonly Goal[]
    readonly assessor: Declaration | null
    readonly service: string
  },
  language: 'en' | 'cy',
): string => {
  const t = outputText[language]
  const { programme, activity, target, goals, assessor, service } = plan
  const lines = [
    `${t.level}: ${t.levels[programme.level]}`,
    `${t.section}: ${t.sections[programme.section]}`,
    `${t.activity}: ${activity}`,
    `${t.place}: ${service}`,
    `${t.start}: ${writeDay(programme.plannedFirst, language)}`,
    `${t.plannedEnd}: ${writeDay(programme.plannedLast, language)}`,
    `${t.timescale}: ${writeMonths(target, language)}`,
    `${t.frequency}: ${t.frequencies[programme.frequency]}`,
    `${t.goals}:`,
    ...(goals.length === 0 ? [`- ${t.noGoals}`] : goals.map(({ words }) => `- ${words}`)),
    `${t.assessor}: ${assessor === null ? t.assessorOpen : `${assessor.name}, ${assessor.role}`}`,
  ]
  return lines.join('\n')
}
