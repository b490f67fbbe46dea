export type Role = {
  readonly id: string
  /** RO-01 to RO-22 of the national role catalogue. */
  readonly nationalCode: string
  readonly titleEn: string
  readonly titleCy: string | null
}

export type NewRole = Omit<Role, 'id'> & {
  readonly boundaryClass: 'value-added' | 'supervised-operational' | 'staff-only' | 'governance'
}
