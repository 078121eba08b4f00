/** SurveyJS in the classes of our own pages, so that colours, contrast and direction are those of the page round it. */
export const classes = {
  root: 'asked',
  question: {
    title: '',
    description: 'hint lines',
    titleOnAnswer: '',
    hasError: '',
    hasErrorTop: '',
    errorsContainer: 'fault',
    errorsContainerTop: '',
  },
  error: { root: 'fault', icon: '', item: '' },
  radiogroup: { label: 'row', materialDecorator: '', itemControl: '', controlLabel: 'choice' },
  checkbox: { label: 'row', materialDecorator: '', itemControl: '', controlLabel: 'choice' },
  text: { root: 'short' },
  multipletext: { root: 'boxes', item: '', itemLabel: '', itemTitle: '' },
};

/** What the page's own style has no need of; put in through the document, so that the page's policy stays as strict as it is. */
export const rules = `
.asked h1{margin:.5rem 0 1rem}
.asked h1:focus{outline:none}
.asked .lines{white-space:pre-line;font-size:1.125rem;margin:.25rem 0}
.asked .fault{text-align:start}
.asked .choice{display:flex;gap:.75rem;align-items:center}
.asked [role=presentation]:empty{display:none}
.asked .sv-scroll__scrollbar{display:none}
.asked legend{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.asked .boxes{border:0}
.asked .boxes :is(tr,td,tbody){display:block}
`;
