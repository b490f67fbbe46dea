import type { RuleCondition } from '../achievements/model'
import { beginOwnBadge, changeDraft, listOwnBadges, publishOwnBadge } from '../achievements/own/actions'
import type { OwnDraft, OwnImage, OwnSkill } from '../achievements/own/model'
import type { Deps } from '../deps'
import type { Organisation } from '../organisations/model'

type DemoBadge = {
  readonly words: OwnDraft['words']
  readonly image: OwnImage
  readonly conditions: readonly RuleCondition[]
  readonly skills: readonly OwnSkill[]
}

/** What a service gives of its own. */
const seedLibrary: DemoBadge = {
  words: {
    name: { en: 'Seed Library Grower', cy: 'Tyfwr y Llyfrgell Hadau' },
    description: {
      en: 'Looks after the seed library and helps others to grow.',
      cy: 'Yn gofalu am y llyfrgell hadau ac yn helpu eraill i dyfu.',
    },
    criteria: {
      en: 'Sorted, labelled and shared seeds, and told borrowers how to sow them.',
      cy: 'Trefnu, labelu a rhannu hadau, a dweud wrth fenthycwyr sut i’w hau.',
    },
    achievementType: 'CommunityService',
    validMonths: null,
    tags: ['garden', 'environment'],
  },
  image: {
    template: 'medallion',
    palette: 'spruce',
    glyph: 'leaf',
    ringText: { en: 'Seed Library', cy: 'Llyfrgell Hadau' },
    ribbonText: { en: 'Grower', cy: 'Tyfwr' },
  },
  conditions: [
    { kind: 'approved-minutes', atLeast: 1800 },
    { kind: 'months-with-sessions', atLeast: 4 },
  ],
  skills: [
    {
      ...{ framework: 'skills-builder', version: '1.0', code: 'SB-teamwork', strength: 'practised' },
      name: { en: 'working with others', cy: 'gweithio gydag eraill' },
    },
  ],
}

/** What it is still working on. */
const readingDogs: DemoBadge = {
  words: {
    name: { en: 'Reading Dog Helper', cy: 'Cynorthwyydd Cŵn Darllen' },
    description: {
      en: 'Helps at afternoons when children read to a dog.',
      cy: 'Yn helpu mewn prynhawniau pan fydd plant yn darllen i gi.',
    },
    criteria: {
      en: 'Welcomed families and kept the room calm while children read.',
      cy: 'Croesawu teuluoedd a chadw’r ystafell yn dawel tra oedd plant yn darllen.',
    },
    achievementType: 'Badge',
    validMonths: 24,
    tags: ['reading', 'children'],
  },
  image: {
    template: 'shield',
    palette: 'amber',
    glyph: 'heart-book',
    ringText: { en: 'Reading Dogs', cy: 'Cŵn Darllen' },
    ribbonText: { en: 'Helper', cy: 'Helpu' },
  },
  conditions: [{ kind: 'sessions', atLeast: 4, roles: ['RO-06'] }],
  skills: [],
}

/** One badge of the service's own that it gives, and one that is a draft; nothing where they are there already. */
export const addOwnBadges = async (deps: Deps, organisation: Organisation, actor: string): Promise<void> => {
  const there = await listOwnBadges(deps, organisation.id)
  const draft = async ({ words, image, conditions, skills }: DemoBadge) => {
    const known = there.find((badge) => badge.draft.words.name.en === words.name.en)
    if (known !== undefined) return known.code
    const { code } = await beginOwnBadge(deps, organisation.id, words, actor)
    const rule = { match: 'all' as const, conditions: [...conditions] }
    const change = () => ({ words, image, rule, skills: [...skills] })
    await changeDraft(deps, organisation.id, code, { actor, change })
    return code
  }
  await draft(readingDogs)
  const code = await draft(seedLibrary)
  const [badge] = (await listOwnBadges(deps, organisation.id)).filter((one) => one.code === code)
  if (badge !== undefined && badge.versions.length === 0)
    await publishOwnBadge(deps, organisation.id, { code, revision: badge.revision }, actor)
}
