import { definitionsOf } from '../../achievements/definitions'
import { listAwards } from '../../awards/lists/actions'
import type { Deps } from '../../deps'
import { drawReport } from '../../documents/draw-report'
import type { Paper, Report } from '../../documents/model'
import { sessionsOf } from '../../hours/actions'
import type { Organisation } from '../../organisations/model'
import { nameOf } from '../../organisations/rules/name-organisation'
import { getPerson } from '../../people/actions'
import { composeTranscript } from './rules/compose-transcript'

/** Badges that a transcript lists at most. */
const MOST_BADGES = 200

type Options = { readonly language: 'en' | 'cy'; readonly paper?: Paper | undefined }

/** What a transcript of a person's approved hours says. Throws `not-found`, also for a person of another organisation. */
export const writeTranscript = async (
  deps: Deps,
  organisation: Organisation,
  personId: string,
  { language, paper = 'a4' }: Options,
): Promise<Report> => {
  const person = await getPerson(deps, organisation.id, personId)
  const sessions = await sessionsOf(deps, organisation.id, personId)
  const filter = { personId }
  const { awards } = await listAwards(deps, organisation.id, { filter, limit: MOST_BADGES })
  const codes = awards.map(({ definitionCode }) => definitionCode)
  const definitionOf = await definitionsOf(deps, organisation.id, codes)
  return composeTranscript({
    paper,
    language,
    themeColour: organisation.themeColour,
    holderName: person.preferredName,
    service: nameOf(organisation, language),
    sessions: sessions
      .filter(({ status }) => status === 'approved')
      .map(({ roleTitleEn, roleTitleCy, branchName, ...session }) => ({
        ...session,
        role: (language === 'cy' ? roleTitleCy : null) ?? roleTitleEn,
        branch: branchName,
      })),
    badges: awards
      .filter(({ status }) => status === 'valid')
      .map(({ definitionCode, issuedAt }) => ({
        name: definitionOf(definitionCode).name[language],
        issuedAt,
      })),
    at: deps.clock.now(),
  })
}

/** The transcript as a PDF. Throws as `writeTranscript` does. */
export const drawTranscript = async (
  deps: Deps,
  organisation: Organisation,
  personId: string,
  options: Options,
): Promise<Uint8Array> =>
  drawReport(await writeTranscript(deps, organisation, personId, options), deps.assets)
