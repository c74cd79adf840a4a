package org.hotdesk.api.staff;

/**
 * How well somebody knows something.
 *
 * @param skill the skill's name, lower-case, such as {@code returns} or {@code 退货}
 * @param level from 1 (knows the basics) to 5 (teaches it)
 */
public record SkillLevel(String skill, int level) {
    public SkillLevel {
        if (skill.isBlank() || level < 1 || level > 5) {
            throw new IllegalArgumentException("A skill has a name and a level from 1 to 5.");
        }
    }
}
