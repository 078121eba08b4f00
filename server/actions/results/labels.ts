/** Words for the codes of tenure and mode; areas carry their own names. */
export const labels: Readonly<Record<string, string>> = {
  general_needs: 'General needs',
  supported: 'Supported housing',
  sheltered: 'Sheltered or independent living',
  shared_ownership: 'Shared ownership',
  leaseholder: 'Leaseholder',
  temporary: 'Temporary housing',
  web: 'Web',
  text: 'Text',
  telephone: 'Telephone',
  paper: 'Paper',
  in_person: 'In person',
};
