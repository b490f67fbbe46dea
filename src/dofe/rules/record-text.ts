const en = {
  name: 'Record of volunteering for a youth award',
  description:
    'The library service confirms approved volunteering hours of a young person, with first and last day, role and hours. It is offered as evidence towards a section of The Duke of Edinburgh’s Award. The award’s own leader decides about the section.',
  criteria:
    'Sessions were recorded and approved by the library service. An independent adult who knows the activity wrote a report about them. The coordinator looked at the report.',
  hours: 'Volunteering hours',
  assessor: 'Assessor',
  assessedBy: (role: string) => `An assessor wrote a report about these hours. Their role: ${role}.`,
  offered: (section: string) => `Offered as evidence towards DofE ${section}.`,
  endorsement: 'Assessor’s report',
  namedAssessor: (name: string, role: string) => `Assessor: ${name}, ${role}.`,
  unnamedAssessor: (role: string) => `Assessor: ${role}.`,
}

const cy: typeof en = {
  name: 'Cofnod gwirfoddoli ar gyfer gwobr ieuenctid',
  description:
    'Mae’r gwasanaeth llyfrgell yn cadarnhau oriau gwirfoddoli cymeradwy person ifanc, gyda’r diwrnod cyntaf a’r olaf, y rôl a’r oriau. Fe’i cynigir fel tystiolaeth tuag at adran o Wobr Dug Caeredin. Arweinydd y wobr ei hun sy’n penderfynu am yr adran.',
  criteria:
    'Cofnodwyd a chymeradwywyd y sesiynau gan y gwasanaeth llyfrgell. Ysgrifennodd oedolyn annibynnol sy’n adnabod y gweithgaredd adroddiad amdanynt. Edrychodd y cydlynydd ar yr adroddiad.',
  hours: 'Oriau gwirfoddoli',
  assessor: 'Asesydd',
  assessedBy: (role) => `Ysgrifennodd asesydd adroddiad am yr oriau hyn. Ei rôl: ${role}.`,
  offered: (section) => `Cynigir fel tystiolaeth tuag at ${section} DofE.`,
  endorsement: 'Adroddiad yr asesydd',
  namedAssessor: (name, role) => `Asesydd: ${name}, ${role}.`,
  unnamedAssessor: (role) => `Asesydd: ${role}.`,
}

/** The words of the signed record and of the signed report. */
export const recordText = { en, cy }
