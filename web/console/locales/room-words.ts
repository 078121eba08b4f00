import cyAccess from './cy/access.json' with { type: 'json' };
import cyFieldwork from './cy/fieldwork.json' with { type: 'json' };
import cyGroups from './cy/groups.json' with { type: 'json' };
import cyImports from './cy/imports.json' with { type: 'json' };
import cyKeying from './cy/keying.json' with { type: 'json' };
import cyPost from './cy/post.json' with { type: 'json' };
import cyPrizes from './cy/prizes.json' with { type: 'json' };
import cyProfiles from './cy/profiles.json' with { type: 'json' };
import cyProtection from './cy/protection.json' with { type: 'json' };
import cyQuestionnaires from './cy/questionnaires.json' with { type: 'json' };
import cyResident from './cy/resident.json' with { type: 'json' };
import cyResults from './cy/results.json' with { type: 'json' };
import cySettings from './cy/settings.json' with { type: 'json' };
import cyTakingPart from './cy/taking-part.json' with { type: 'json' };
import cyTray from './cy/tray.json' with { type: 'json' };
import enAccess from './en/access.json' with { type: 'json' };
import enFieldwork from './en/fieldwork.json' with { type: 'json' };
import enGroups from './en/groups.json' with { type: 'json' };
import enImports from './en/imports.json' with { type: 'json' };
import enKeying from './en/keying.json' with { type: 'json' };
import enPost from './en/post.json' with { type: 'json' };
import enPrizes from './en/prizes.json' with { type: 'json' };
import enProfiles from './en/profiles.json' with { type: 'json' };
import enProtection from './en/protection.json' with { type: 'json' };
import enQuestionnaires from './en/questionnaires.json' with { type: 'json' };
import enResident from './en/resident.json' with { type: 'json' };
import enResults from './en/results.json' with { type: 'json' };
import enSettings from './en/settings.json' with { type: 'json' };
import enTakingPart from './en/taking-part.json' with { type: 'json' };
import enTray from './en/tray.json' with { type: 'json' };

/** Words of rooms that have a file of their own in `locales/en` and `locales/cy`. */
export const roomWords = {
  en: {
    ...enAccess,
    ...enFieldwork,
    ...enGroups,
    ...enImports,
    ...enKeying,
    ...enPost,
    ...enPrizes,
    ...enProfiles,
    ...enProtection,
    ...enQuestionnaires,
    ...enResident,
    ...enResults,
    ...enSettings,
    ...enTakingPart,
    ...enTray,
  },
  cy: {
    ...cyAccess,
    ...cyFieldwork,
    ...cyGroups,
    ...cyImports,
    ...cyKeying,
    ...cyPost,
    ...cyPrizes,
    ...cyProfiles,
    ...cyProtection,
    ...cyQuestionnaires,
    ...cyResident,
    ...cyResults,
    ...cySettings,
    ...cyTakingPart,
    ...cyTray,
  },
};
