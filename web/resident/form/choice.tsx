import type { ReactNode } from 'react';
import { type ItemValue, type LocalizableString, Serializer } from 'survey-core';
import { ReactElementFactory, SurveyQuestionCheckboxItem, SurveyQuestionRadioItem } from 'survey-react-ui';

Serializer.addProperty('choiceitem', 'number:number');
Serializer.addProperty('choiceitem', 'or');

/** The number an answer has everywhere, and its words; SurveyJS calls an answer without words by its value. */
function label(item: ItemValue, words: ReactNode) {
  const number = String(item.getPropertyValue('number'));
  return (
    <>
      <b>{number}</b> <span>{item.text === number ? null : words}</span>
    </>
  );
}

/** One answer of which one is chosen. */
class Radio extends SurveyQuestionRadioItem {
  override renderLocString(words: LocalizableString) {
    return label(this.item, super.renderLocString(words));
  }
}

/** One of several; one that excludes the others comes after "or". */
class Checkbox extends SurveyQuestionCheckboxItem {
  override renderLocString(words: LocalizableString) {
    return label(this.item, super.renderLocString(words));
  }

  override renderCheckbox(isChecked: boolean) {
    const or: unknown = this.item.getPropertyValue('or');
    const box = super.renderCheckbox(isChecked);
    return typeof or === 'string' ? (
      <>
        <p className="meta">{or}</p>
        {box}
      </>
    ) : (
      box
    );
  }
}

/** Puts our answers in the place of SurveyJS's own. */
export function registerChoices(): void {
  const factory = ReactElementFactory.Instance;
  factory.registerElement('survey-radiogroup-item', (props) => <Radio {...props} />);
  factory.registerElement('survey-checkbox-item', (props) => <Checkbox {...props} />);
}
