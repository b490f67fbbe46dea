export type Role = {
  readonly id: string
  /** RO-01 to RO-22 of the national role catalogue. */
  readonly nationalCode: string
  readonly titleEn: string
  readonly titleCy: string | null
}

/** Where a role stands between volunteers and staff. */
export const taskClasses = ['value-added', 'supervised-operational', 'staff-only', 'governance'] as const
export type TaskClass = (typeof taskClasses)[number]

/** Universal Library Offers: reading, information and digital, culture and creativity, health and wellbeing. */
export const libraryOffers = ['ULO-R', 'ULO-I', 'ULO-C', 'ULO-H'] as const
export type LibraryOffer = (typeof libraryOffers)[number]

export const roleDeliveryModes = ['on-site', 'remote', 'outreach', 'home-visit'] as const
export type RoleDeliveryMode = (typeof roleDeliveryModes)[number]

/** Adopted: used in the service; published: anybody can read it; retired: no new placements. */
export type RoleState = 'adopted' | 'published' | 'retired'

/** One thing to be done in the first weeks of a placement. */
export type InductionItem = { readonly id: string; readonly en: string; readonly cy: string | null }

/** What a service says about a role. */
export type RoleFacts = {
  readonly titleEn: string
  readonly titleCy: string | null
  readonly summaryEn: string | null
  readonly summaryCy: string | null
  readonly tasksEn: readonly string[]
  readonly tasksCy: readonly string[]
  readonly deliveryModes: readonly string[]
  readonly offers: readonly string[]
  /** Codes of ESCO and other frameworks. */
  readonly skills: readonly string[]
  /** In years; null where anybody may volunteer. */
  readonly minimumAge: number | null
  readonly ageReasonEn: string | null
  readonly ageReasonCy: string | null
  readonly supervisorName: string | null
  readonly supervisorEmail: string | null
  /** Training modules; null while nobody has decided, empty where none is needed. */
  readonly trainingNeeded: readonly string[] | null
  readonly induction: readonly InductionItem[]
  readonly budgetCode: string | null
}

export type RoleDetails = Role &
  RoleFacts & {
    readonly state: RoleState
    /** Of the newest boundary record; the national proposal while there is none. */
    readonly boundaryClass: TaskClass
  }

export type NewRole = Omit<Role, 'id'> & {
  readonly boundaryClass: TaskClass
}
