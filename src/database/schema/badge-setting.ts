/** What a service has chosen for a badge of the catalogue; without a row, nothing was chosen. */
export type BadgeSettingTable = {
  organisation_id: string
  definition_code: string
  /** Awards of it that are issued from now on can be suspended and reinstated. */
  pausable: boolean
}
