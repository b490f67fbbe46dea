const en = {
  title: 'National figures',
  period: (from: string, to: string) => `${from} to ${to}`,
  caption: 'Volunteering by library service',
  service: 'Library service',
  volunteers: 'Volunteers',
  hours: 'Approved hours',
  badges: 'Badges issued',
  total: 'All services',
  withheld: 'withheld',
  people: 'Who volunteers',
  note: 'Figures are rounded to the nearest 5. A figure that could point at a person is withheld. The total is rounded by itself, so it may differ from the sum of the rows.',
}

const cy: typeof en = {
  title: 'Ffigurau cenedlaethol',
  period: (from: string, to: string) => `${from} hyd ${to}`,
  caption: 'Gwirfoddoli fesul gwasanaeth llyfrgell',
  service: 'Gwasanaeth llyfrgell',
  volunteers: 'Gwirfoddolwyr',
  hours: 'Oriau wedi’u cymeradwyo',
  badges: 'Bathodynnau a gyhoeddwyd',
  total: 'Pob gwasanaeth',
  withheld: 'heb ei ddangos',
  people: 'Pwy sy’n gwirfoddoli',
  note: 'Mae’r ffigurau wedi’u talgrynnu i’r 5 agosaf. Nid yw ffigur a allai bwyntio at berson yn cael ei ddangos. Mae’r cyfanswm wedi’i dalgrynnu ar ei ben ei hun, felly gall fod yn wahanol i swm y rhesi.',
}

export const reportingText = { en, cy }
