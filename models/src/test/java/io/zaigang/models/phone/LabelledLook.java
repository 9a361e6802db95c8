package io.zaigang.models.phone;

import io.zaigang.domain.geometry.Box;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A person in a picture of whom it is known whether a phone is in use.
 *
 * @param group who or where; windows of looks are drawn within one group
 * @param person their box; null: the largest person that the detector finds, or the whole picture
 */
record LabelledLook(String set, String group, Path file, @Nullable Box person, boolean use) {}
