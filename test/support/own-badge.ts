import type { RuleCondition } from '../../src/achievements/model'
import { beginOwnBadge, changeDraft, getOwnBadge, publishOwnBadge } from '../../src/achievements/own/actions'
import type { OwnDraft, OwnImage } from '../../src/achievements/own/model'
import type { Deps } from '../../src/deps'
import type { Organisation } from '../../src/organisations/model'

export const designer = 'coordinator@example.org'

export const ownWords: OwnDraft['words'] = {
  name: { en: 'Garden Friend', cy: 'Cyfaill yr Ardd' },
  description: {
    en: 'Looks after the garden of the library.',
    cy: 'Yn gofalu am ardd y llyfrgell.',
  },
  criteria: {
    en: 'Helped to plant, water and weed the garden. Others could sit there.',
    cy: 'Helpodd i blannu, dyfrio a chwynnu’r ardd. Gallai eraill eistedd yno.',
  },
  achievementType: 'CommunityService',
  validMonths: 24,
  tags: ['garden'],
}

export const ownImage: OwnImage = {
  template: 'medallion',
  palette: 'lagoon',
  glyph: 'leaf',
  ringText: { en: 'Garden Friend', cy: 'Cyfaill yr Ardd' },
  ribbonText: { en: 'Outdoors', cy: 'Awyr agored' },
}

/** A condition that `earnBadge` meets. */
export const twentyHours: RuleCondition = { kind: 'approved-minutes', atLeast: 1200 }

/** A draft that is ready to be published; its code. */
export const draftOwnBadge = async (
  deps: Deps,
  service: Organisation,
  part: Partial<OwnDraft> = {},
): Promise<string> => {
  const { code } = await beginOwnBadge(deps, service.id, ownWords, designer)
  const change = (draft: OwnDraft): OwnDraft => ({
    ...draft,
    image: ownImage,
    rule: { match: 'all', conditions: [twentyHours] },
    skills: [
      {
        ...{ framework: 'skills-builder', version: '1.0', code: 'SB-teamwork', strength: 'practised' },
        name: { en: 'working with others', cy: 'gweithio gydag eraill' },
      },
    ],
    ...part,
  })
  await changeDraft(deps, service.id, code, { actor: designer, change })
  return code
}

/** Publishes the draft of an own badge as it stands; the version. */
export const publish = async (deps: Deps, service: Organisation, code: string): Promise<number> => {
  const { revision } = await getOwnBadge(deps, service.id, code)
  return (await publishOwnBadge(deps, service.id, { code, revision }, designer)).version
}
