/** Properties that only say how a browser shows a survey. Every way of answering has its own look, so they are left out without a word. */
const survey = `showProgressBar progressBarLocation progressBarType progressBarShowPageTitles progressBarShowPageNumbers showQuestionNumbers
  questionsOnPageMode widthMode showCompletedPage width fitToContainer logo logoPosition logoWidth logoHeight logoFit headerView
  backgroundImage backgroundImageFit backgroundImageAttachment backgroundOpacity themeVariables showTOC tocLocation showTitle showPageTitles
  questionTitleLocation questionDescriptionLocation questionErrorLocation questionStartIndex questionTitlePattern requiredMark requiredText
  firstPageIsStarted firstPageIsStartPage startSurveyText pageNextText pagePrevText completeText previewText editText showPrevButton
  showNavigationButtons navigationButtonsLocation checkErrorsMode textUpdateMode focusFirstQuestionAutomatic autoFocusFirstQuestion
  autoAdvanceEnabled goNextPageAutomatic autoAdvanceAllowComplete focusOnFirstError autoFocusFirstError maxTextLength maxCommentLength
  allowCompleteSurveyAutomatic clearInvisibleValues sendResultOnPageNext storeOthersAsComment showPreviewBeforeComplete mode lazyRendering
  name surveyId surveyPostId cookieName showBrandInfo schemaVersion $schema creator gridLayoutEnabled`;
const element = `colCount rows autoGrow allowResize startWithNewLine placeholder placeHolder displayMode minWidth maxWidth width indent
  rightIndent titleLocation descriptionLocation hideNumber showNumber errorLocation renderAs itemSize size cols acceptCarriageReturn
  rateType rateDisplayMode rateColorMode scaleColorMode displayRateDescriptionsAsExtremeItems autoGenerate swapOrder state
  separateSpecialChoices itemComponent allowClear showClearButton searchEnabled searchMode closeOnSelect commentPlaceholder
  otherPlaceholder showCommentArea useDisplayValuesInDynamicTexts useDisplayValuesInTitle page id maxTimeToFinish innerIndent
  questionTitleLocation showQuestionNumbers questionStartIndex sourceType waitForUpload storeDataAsText allowImagesPreview imageHeight
  imageWidth maxSize needConfirmRemoveFile showPreview dataType textUpdateMode step numberOfLines requiredErrorText colSpan
  titleWidth questionTitleWidth effectiveColSpan navigationButtonsVisibility enableIfNotUsed valuePropertyName`;

const names = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
export const looks = { survey: names(survey), element: names(element) };
