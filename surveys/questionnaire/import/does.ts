/** What properties of a question do that we cannot, in words that follow "Question "lift"". */
const does: Record<string, string> = {
  validators: 'checks answers by a rule of its own',
  defaultValue: 'has an answer chosen beforehand',
  defaultValueExpression: 'has an answer chosen beforehand',
  defaultDisplayValue: 'has an answer chosen beforehand',
  setValueExpression: 'fills in an answer by itself',
  setValueIf: 'fills in an answer by itself',
  resetValueIf: 'takes an answer away by itself',
  enableIf: 'can be greyed out',
  readOnly: 'cannot be answered in some cases',
  choicesOrder: 'mixes the order of its answers',
  choicesByUrl: 'takes its answers from a web address',
  choicesFromQuestion: 'takes its answers from another question',
  choicesVisibleIf: 'shows some of its answers to some people only',
  choicesEnableIf: 'shows some of its answers to some people only',
  hideIfChoicesEmpty: 'hides itself',
  hasComment: 'has a box for a comment',
  showCommentArea: 'has a box for a comment',
  commentText: 'has a box for a comment',
  valueName: 'shares its answer with another question',
  correctAnswer: 'has a right answer',
  hasSelectAll: 'has a tick for all answers',
  showSelectAllItem: 'has a tick for all answers',
  selectAllText: 'has a tick for all answers',
  maxSelectedChoices: 'limits how many answers are ticked',
  minSelectedChoices: 'limits how many answers are ticked',
  clearIfInvisible: 'keeps or drops an answer that is not asked any more',
  maskType: 'has a pattern for what is typed',
  maskSettings: 'has a pattern for what is typed',
  minValueExpression: 'works out its limits',
  maxValueExpression: 'works out its limits',
  minErrorText: 'has its own words for a mistake',
  maxErrorText: 'has its own words for a mistake',
  dataList: 'suggests answers while one types',
};

/** "checks answers by a rule of its own", or the name of a property we know nothing of. */
export const whatItDoes = (property: string): string =>
  Object.hasOwn(does, property)
    ? (does[property] ?? '')
    : `uses “${property}”, which not every way of answering can do`;

const ofWhole: Record<string, string> = {
  calculatedValues: 'works out values by itself',
  triggers: 'does something when an answer is given',
  completedHtml: 'has words of its own for the end; the thank-you page is ours',
  completedBeforeHtml: 'has words of its own for those who answered before',
  completedHtmlOnCondition: 'has words of its own for the end; the thank-you page is ours',
  loadingHtml: 'has a waiting page',
  navigateToUrl: 'sends people to another address at the end',
  navigateToUrlOnCondition: 'sends people to another address at the end',
  maxTimeToFinish: 'has a time limit',
  timeLimit: 'has a time limit',
  showTimer: 'has a time limit',
  showTimerPanel: 'has a time limit',
  questionOrder: 'mixes the order of its questions',
  questionsOrder: 'mixes the order of its questions',
};
export const whatAllDoes = (property: string): string =>
  Object.hasOwn(ofWhole, property)
    ? (ofWhole[property] ?? '')
    : `uses “${property}”, which not every way of answering can do`;
