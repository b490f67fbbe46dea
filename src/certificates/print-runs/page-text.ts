const en = {
  title: 'Certificates for the printer',
  progress: (done: string, total: string) => `${done} of ${total} certificates are ready`,
  working: 'You can leave this page and come back: the work goes on.',
  ready: (count: string) => `${count} certificates in one file`,
  hint: 'One to a sheet, in the order of the names, with marks in the corners that say where to cut. Print at 100 %. The file is kept for a day.',
  download: 'Download the PDF',
  back: 'Back to the badges given',
}

const cy: typeof en = {
  title: 'Tystysgrifau i’r argraffydd',
  progress: (done, total) => `Mae ${done} o ${total} tystysgrif yn barod`,
  working: 'Gallwch adael y dudalen hon a dod yn ôl: mae’r gwaith yn parhau.',
  ready: (count) => `${count} tystysgrif mewn un ffeil`,
  hint: 'Un i bob dalen, yn nhrefn yr enwau, gyda marciau yn y corneli sy’n dangos ble i dorri. Argraffwch ar 100 %. Cedwir y ffeil am ddiwrnod.',
  download: 'Lawrlwytho’r PDF',
  back: 'Yn ôl at y bathodynnau a roddwyd',
}

export const printRunText = { en, cy }
