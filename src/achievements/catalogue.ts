import { z } from 'zod'
import lv01 from '../../badge-definitions/LV-01.json'
import lv02 from '../../badge-definitions/LV-02.json'
import lv03 from '../../badge-definitions/LV-03.json'
import lv04 from '../../badge-definitions/LV-04.json'
import lv05 from '../../badge-definitions/LV-05.json'
import lv06 from '../../badge-definitions/LV-06.json'
import lv07 from '../../badge-definitions/LV-07.json'
import lv08 from '../../badge-definitions/LV-08.json'
import lv09 from '../../badge-definitions/LV-09.json'
import lv10 from '../../badge-definitions/LV-10.json'
import lv11 from '../../badge-definitions/LV-11.json'
import lv12 from '../../badge-definitions/LV-12.json'
import lv13 from '../../badge-definitions/LV-13.json'
import lv14 from '../../badge-definitions/LV-14.json'
import lv15 from '../../badge-definitions/LV-15.json'
import lv16 from '../../badge-definitions/LV-16.json'
import lv17 from '../../badge-definitions/LV-17.json'
import lv18 from '../../badge-definitions/LV-18.json'
import lv19 from '../../badge-definitions/LV-19.json'
import lv20 from '../../badge-definitions/LV-20.json'
import lv21 from '../../badge-definitions/LV-21.json'
import lv22 from '../../badge-definitions/LV-22.json'
import lv23 from '../../badge-definitions/LV-23.json'
import lv24 from '../../badge-definitions/LV-24.json'
import lv25 from '../../badge-definitions/LV-25.json'
import lv26 from '../../badge-definitions/LV-26.json'
import lv27 from '../../badge-definitions/LV-27.json'
import { type BadgeDefinition, zBadgeDefinition } from './model'

/** The national catalogue in the order of its ids. */
export const badgeDefinitions: readonly BadgeDefinition[] = z
  .array(zBadgeDefinition)
  .parse([
    lv01,
    lv02,
    lv03,
    lv04,
    lv05,
    lv06,
    lv07,
    lv08,
    lv09,
    lv10,
    lv11,
    lv12,
    lv13,
    lv14,
    lv15,
    lv16,
    lv17,
    lv18,
    lv19,
    lv20,
    lv21,
    lv22,
    lv23,
    lv24,
    lv25,
    lv26,
    lv27,
  ])

/** A badge of the national catalogue by its code. */
export const findNationalBadge = (code: string): BadgeDefinition | undefined =>
  badgeDefinitions.find(({ id }) => id === code)
