import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';

interface NumberBoxProps {
  label: string;
  value: number | null;
  onSet: (value: number | null) => void;
}

/** A number that is taken when one leaves the box: half a number is none. */
export function NumberBox({ label, value, onSet }: NumberBoxProps) {
  const [text, setText] = useState(String(value ?? ''));
  useEffect(() => setText(String(value ?? '')), [value]);
  const leave = () => {
    const number = text.trim() === '' ? null : Number(text.replace(',', '.'));
    if (number !== null && Number.isNaN(number)) return setText(String(value ?? ''));
    if (number !== value) onSet(number);
  };
  return (
    <div data-own-undo>
      <TextInput
        label={label}
        inputMode="decimal"
        className="builder-number"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={leave}
        onKeyDown={(event) => event.key === 'Enter' && leave()}
      />
    </div>
  );
}
