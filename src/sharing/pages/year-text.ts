const en = {
  title: 'My year',
  story: (hours: string, months: number) =>
    `In the last twelve months you gave ${hours}, in ${months} ${months === 1 ? 'month' : 'months'} of them.`,
  most: (role: string, hours: string) => `Most of it, ${hours}, was for one thing: ${role}.`,
  thanks: (service: string) => `${service} counts on people like you.`,
  byMonth: 'Hours in each month',
  byRole: 'Hours in each role',
  month: 'Month',
  role: 'Role',
  hours: 'Hours',
}

/** What a volunteer is told of their year. */
export const yearText: Readonly<Record<'en' | 'cy', typeof en>> = {
  en,
  cy: {
    title: 'Fy mlwyddyn',
    story: (hours, months) =>
      `Dyma a roesoch yn y deuddeg mis diwethaf: ${hours}. Nifer y misoedd y buoch yno: ${months}.`,
    most: (role, hours) => `Aeth y rhan fwyaf, ${hours}, i un peth: ${role}.`,
    thanks: (service) => `Mae ar bobl fel chi y mae’r gwasanaeth hwn yn dibynnu: ${service}.`,
    byMonth: 'Oriau ym mhob mis',
    byRole: 'Oriau ym mhob rôl',
    month: 'Mis',
    role: 'Rôl',
    hours: 'Oriau',
  },
}
