import cyGroups from './cy/groups.json' with { type: 'json' };
import cyKeying from './cy/keying.json' with { type: 'json' };
import cyPost from './cy/post.json' with { type: 'json' };
import cyQuestionnaires from './cy/questionnaires.json' with { type: 'json' };
import cyResults from './cy/results.json' with { type: 'json' };
import cySettings from './cy/settings.json' with { type: 'json' };
import cyTakingPart from './cy/taking-part.json' with { type: 'json' };
import cyTray from './cy/tray.json' with { type: 'json' };
import enGroups from './en/groups.json' with { type: 'json' };
import enKeying from './en/keying.json' with { type: 'json' };
import enPost from './en/post.json' with { type: 'json' };
import enQuestionnaires from './en/questionnaires.json' with { type: 'json' };
import enResults from './en/results.json' with { type: 'json' };
import enSettings from './en/settings.json' with { type: 'json' };
import enTakingPart from './en/taking-part.json' with { type: 'json' };
import enTray from './en/tray.json' with { type: 'json' };

/** Words of rooms that have a file of their own in `locales/en` and `locales/cy`. */
export const roomWords = {
  en: {
    ...enGroups,
    ...enKeying,
    ...enPost,
    ...enQuestionnaires,
    ...enResults,
    ...enSettings,
    ...enTakingPart,
    ...enTray,
  },
  cy: {
    ...cyGroups,
    ...cyKeying,
    ...cyPost,
    ...cyQuestionnaires,
    ...cyResults,
    ...cySettings,
    ...cyTakingPart,
    ...cyTray,
  },
};
