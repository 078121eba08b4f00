import cyAccess from './cy/access.json' with { type: 'json' };
import cyBuilder from './cy/builder.json' with { type: 'json' };
import cyCalls from './cy/calls.json' with { type: 'json' };
import cyEditions from './cy/editions.json' with { type: 'json' };
import cyFieldwork from './cy/fieldwork.json' with { type: 'json' };
import cyGroups from './cy/groups.json' with { type: 'json' };
import cyImports from './cy/imports.json' with { type: 'json' };
import cyKeying from './cy/keying.json' with { type: 'json' };
import cyMoney from './cy/money.json' with { type: 'json' };
import cyPhotos from './cy/photos.json' with { type: 'json' };
import cyPlanner from './cy/planner.json' with { type: 'json' };
import cyPost from './cy/post.json' with { type: 'json' };
import cyPreview from './cy/preview.json' with { type: 'json' };
import cyPrizes from './cy/prizes.json' with { type: 'json' };
import cyProfiles from './cy/profiles.json' with { type: 'json' };
import cyProtection from './cy/protection.json' with { type: 'json' };
import cyQuestionnaires from './cy/questionnaires.json' with { type: 'json' };
import cyQuotas from './cy/quotas.json' with { type: 'json' };
import cyResident from './cy/resident.json' with { type: 'json' };
import cyResults from './cy/results.json' with { type: 'json' };
import cySettings from './cy/settings.json' with { type: 'json' };
import cyTakeBack from './cy/take-back.json' with { type: 'json' };
import cyTakingPart from './cy/taking-part.json' with { type: 'json' };
import cyTranslation from './cy/translation.json' with { type: 'json' };
import cyTray from './cy/tray.json' with { type: 'json' };
import enAccess from './en/access.json' with { type: 'json' };
import enBuilder from './en/builder.json' with { type: 'json' };
import enCalls from './en/calls.json' with { type: 'json' };
import enEditions from './en/editions.json' with { type: 'json' };
import enFieldwork from './en/fieldwork.json' with { type: 'json' };
import enGroups from './en/groups.json' with { type: 'json' };
import enImports from './en/imports.json' with { type: 'json' };
import enKeying from './en/keying.json' with { type: 'json' };
import enMoney from './en/money.json' with { type: 'json' };
import enPhotos from './en/photos.json' with { type: 'json' };
import enPlanner from './en/planner.json' with { type: 'json' };
import enPost from './en/post.json' with { type: 'json' };
import enPreview from './en/preview.json' with { type: 'json' };
import enPrizes from './en/prizes.json' with { type: 'json' };
import enProfiles from './en/profiles.json' with { type: 'json' };
import enProtection from './en/protection.json' with { type: 'json' };
import enQuestionnaires from './en/questionnaires.json' with { type: 'json' };
import enQuotas from './en/quotas.json' with { type: 'json' };
import enResident from './en/resident.json' with { type: 'json' };
import enResults from './en/results.json' with { type: 'json' };
import enSettings from './en/settings.json' with { type: 'json' };
import enTakeBack from './en/take-back.json' with { type: 'json' };
import enTakingPart from './en/taking-part.json' with { type: 'json' };
import enTranslation from './en/translation.json' with { type: 'json' };
import enTray from './en/tray.json' with { type: 'json' };

/** Words of rooms that have a file of their own in `locales/en` and `locales/cy`. */
export const roomWords = {
  en: {
    ...enAccess,
    ...enBuilder,
    ...enEditions,
    ...enCalls,
    ...enFieldwork,
    ...enGroups,
    ...enImports,
    ...enKeying,
    ...enPhotos,
    ...enMoney,
    ...enPlanner,
    ...enPost,
    ...enPreview,
    ...enPrizes,
    ...enProfiles,
    ...enProtection,
    ...enQuestionnaires,
    ...enQuotas,
    ...enResident,
    ...enResults,
    ...enSettings,
    ...enTakeBack,
    ...enTakingPart,
    ...enTranslation,
    ...enTray,
  },
  cy: {
    ...cyAccess,
    ...cyBuilder,
    ...cyEditions,
    ...cyCalls,
    ...cyFieldwork,
    ...cyGroups,
    ...cyImports,
    ...cyKeying,
    ...cyPhotos,
    ...cyMoney,
    ...cyPlanner,
    ...cyPost,
    ...cyPreview,
    ...cyPrizes,
    ...cyProfiles,
    ...cyProtection,
    ...cyQuestionnaires,
    ...cyQuotas,
    ...cyResident,
    ...cyResults,
    ...cySettings,
    ...cyTakeBack,
    ...cyTakingPart,
    ...cyTranslation,
    ...cyTray,
  },
};
