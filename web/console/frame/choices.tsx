import { NativeSelect, useMantineColorScheme } from '@mantine/core';
import { type ConsoleLanguage, consoleLanguages, language, speak, useT } from '../words.ts';

const schemes = ['auto', 'light', 'dark'] as const;
type Scheme = (typeof schemes)[number];

/** The console's language and colours, remembered on this device. */
export function Choices() {
  const t = useT();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className="choices">
      <NativeSelect
        label={t('choices.language')}
        value={language()}
        onChange={(event) => void speak(event.currentTarget.value as ConsoleLanguage)}
        data={Object.entries(consoleLanguages).map(([value, label]) => ({ value, label }))}
      />
      <NativeSelect
        label={t('choices.colours')}
        value={colorScheme}
        onChange={(event) => setColorScheme(event.currentTarget.value as Scheme)}
        data={schemes.map((value) => ({ value, label: t(`choices.${value}`) }))}
      />
    </div>
  );
}
