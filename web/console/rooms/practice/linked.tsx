const address = /(https?:\/\/[^\s<>"]+)/;

/** Plain words whose addresses are links, each opening in a new tab. */
export function Linked({ words }: { words: string }) {
  return words.split(address).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
      <a key={index} href={part} target="_blank" rel="noreferrer">
        {part}
      </a>
    ) : (
      part
    ),
  );
}
