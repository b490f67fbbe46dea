const en = {
  pdf: 'Download as a PDF to print or send',
  myVolunteering: 'My volunteering',
}

const cy: typeof en = {
  pdf: 'Lawrlwytho fel PDF i’w argraffu neu ei anfon',
  myVolunteering: 'Fy ngwirfoddoli',
}

export const transcriptPageText = { en, cy }
