package org.hotdesk.customer;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.customer.CustomerDetails;

import java.util.Optional;

/** What may be entered about a customer, whatever store keeps it. */
final class CustomerRules {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_PHONE = 40;
    private static final int MOST_TAGS = 50;
    private static final int LONGEST_TAG = 50;
    private static final int MOST_ATTRIBUTES = 100;
    private static final int LONGEST_ATTRIBUTE_NAME = 64;
    private static final int LONGEST_ATTRIBUTE = 1_000;

    private CustomerRules() {}

    static void check(CustomerDetails details) {
        checkLength("name", Optional.of(details.name()), LONGEST_NAME);
        checkLength("email", details.email(), LONGEST_EMAIL);
        checkLength("phone", details.phone(), LONGEST_PHONE);
        checkLength("company", details.company(), LONGEST_NAME);
        checkLength("region", details.region(), LONGEST_NAME);
        if (details.email().filter(email -> !email.matches("[^@\\s]+@[^@\\s]+")).isPresent()) {
            throw Fault.invalid(
                    "email",
                    "email-malformed",
                    new Words("这不是有效的邮箱地址。", "This is no e-mail address."));
        }
        if (details.tags().size() > MOST_TAGS) {
            throw Fault.invalid(
                    "tags",
                    "too-many",
                    new Words("一位客户最多 50 个标签。", "A customer has at most 50 tags."));
        }
        for (String tag : details.tags()) {
            if (tag.isBlank() || tag.length() > LONGEST_TAG) {
                throw Fault.invalid(
                        "tags",
                        "tag-length",
                        new Words("标签为 1 到 50 个字符。", "A tag has 1 to 50 characters."));
            }
        }
        checkAttributes(details);
    }

    private static void checkAttributes(CustomerDetails details) {
        if (details.attributes().size() > MOST_ATTRIBUTES) {
            throw Fault.invalid(
                    "attributes",
                    "too-many",
                    new Words("一位客户最多 100 个属性。", "A customer has at most 100 attributes."));
        }
        details.attributes()
                .forEach(
                        (name, value) -> {
                            if (name.isBlank() || name.length() > LONGEST_ATTRIBUTE_NAME) {
                                throw Fault.invalid(
                                        "attributes",
                                        "attribute-name-length",
                                        new Words(
                                                "属性名称为 1 到 64 个字符。",
                                                "The name of an attribute has 1 to 64 characters."));
                            }
                            checkLength("attributes", Optional.of(value), LONGEST_ATTRIBUTE);
                        });
    }

    private static void checkLength(String field, Optional<String> text, int longest) {
        if (text.filter(each -> each.length() > longest).isPresent()) {
            throw Fault.invalid(
                    field,
                    "too-long",
                    new Words(
                            "最多 " + longest + " 个字符。",
                            "At most " + longest + " characters fit here."));
        }
    }
}
