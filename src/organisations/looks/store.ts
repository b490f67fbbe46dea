import type { SystemScope } from '../../database/scope'
import type { Looks } from '../model'

export const updateLooks = async ({ trx }: SystemScope, id: string, looks: Looks): Promise<void> => {
  await trx
    .updateTable('organisation')
    .set({
      theme_colour: looks.themeColour,
      accent_colour: looks.accentColour,
      logo_sha256: looks.logo?.sha256 ?? null,
      logo_type: looks.logo?.mediaType ?? null,
    })
    .where('id', '=', id)
    .execute()
}
