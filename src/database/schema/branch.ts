/** A library building or a community library of a service. */
export type BranchTable = {
  organisation_id: string
  id: string
  name: string
  /** LAL local authority run, LAL- with volunteers, CL community managed, CRL community run, IL independent. */
  library_type: 'LAL' | 'LAL-' | 'CL' | 'CRL' | 'IL'
  /** Unique Property Reference Number of the building, digits. */
  uprn: string | null
  /** ONS code of the district it stands in. */
  district_code: string | null
}
