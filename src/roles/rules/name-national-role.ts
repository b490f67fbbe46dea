const titles: Readonly<Record<string, { readonly en: string; readonly cy: string }>> = {
  'RO-01': { en: 'Summer Reading Challenge volunteer', cy: 'Gwirfoddolwr Sialens Ddarllen yr Haf' },
  'RO-02': { en: 'Home library service', cy: 'Gwasanaeth llyfrgell gartref' },
  'RO-03': { en: 'Digital champion', cy: 'Hyrwyddwr digidol' },
  'RO-04': { en: 'Code Club helper', cy: 'Cynorthwyydd Clwb Codio' },
  'RO-05': { en: 'Rhyme time', cy: 'Amser rhigwm' },
  'RO-06': { en: 'Story time and children’s events', cy: 'Amser stori a digwyddiadau plant' },
  'RO-07': { en: 'Reading group', cy: 'Grŵp darllen' },
  'RO-08': { en: 'Local history', cy: 'Hanes lleol' },
  'RO-09': { en: 'Oral history interviewer', cy: 'Cyfwelydd hanes llafar' },
  'RO-10': { en: 'Shelving and tidying', cy: 'Silffio a thacluso' },
  'RO-11': { en: 'Garden', cy: 'Gardd' },
  'RO-12': { en: 'Social group host', cy: 'Gwesteiwr grŵp cymdeithasol' },
  'RO-13': { en: 'Job search buddy', cy: 'Cyfaill chwilio am waith' },
  'RO-14': { en: 'Conversation group', cy: 'Grŵp sgwrsio' },
  'RO-15': { en: 'Young volunteer leader', cy: 'Arweinydd gwirfoddol ifanc' },
  'RO-16': { en: 'Volunteer mentor', cy: 'Mentor gwirfoddolwyr' },
  'RO-17': { en: 'Events', cy: 'Digwyddiadau' },
  'RO-18': { en: 'Welsh-language activities', cy: 'Gweithgareddau Cymraeg' },
  'RO-19': { en: 'Remote volunteer', cy: 'Gwirfoddolwr o bell' },
  'RO-20': { en: 'Friends group or trustee', cy: 'Grŵp cyfeillion neu ymddiriedolwr' },
  'RO-21': { en: 'One-off task', cy: 'Tasg unigol' },
  'RO-22': { en: 'Welcome and outreach', cy: 'Croeso ac estyn allan' },
}

/** The title of a role of the national catalogue in a language; a code that is not in it stands for itself. */
export const nameNationalRole = (code: string, language: 'en' | 'cy'): string =>
  titles[code]?.[language] ?? code
