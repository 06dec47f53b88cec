import { ImageOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { displayText } from '../../shared/diagram/measure-text.ts';
import { usePicture } from './pictures.ts';
import styles from './picture-image.module.css';

interface PictureImageProps {
  readonly pictureId: string;
  readonly alt: string;
}

/** A picture of the workspace; a frame with its words where the picture is missing. */
export function PictureImage({ pictureId, alt }: PictureImageProps): ReactNode {
  const picture = usePicture(pictureId);
  if (typeof picture === 'string') {
    return <img className={styles.image} src={picture} alt={displayText(alt)} draggable={false} />;
  }
  return (
    <span className={styles.missing}>
      {picture === null ? (
        <>
          <ImageOff aria-hidden="true" /> This picture is not in the workspace.
        </>
      ) : null}
    </span>
  );
}
