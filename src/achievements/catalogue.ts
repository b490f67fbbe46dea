import { z } from 'zod'
import lv02 from '../../badge-definitions/LV-02.json'
import lv05 from '../../badge-definitions/LV-05.json'
import { type BadgeDefinition, zBadgeDefinition } from './model'

/** The national catalogue in the order of its ids. */
export const badgeDefinitions: readonly BadgeDefinition[] = z.array(zBadgeDefinition).parse([lv02, lv05])
