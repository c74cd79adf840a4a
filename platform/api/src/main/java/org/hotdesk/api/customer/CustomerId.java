package org.hotdesk.api.customer;

/**
 * Identity of a customer record, in the words of the store that keeps it; at most 64 characters.
 */
public record CustomerId(String value) {
    public CustomerId {
        if (value.isBlank() || value.length() > 64) {
            throw new IllegalArgumentException("A customer id has 1 to 64 characters.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
