package io.zugabe.recommendation.customer.domain;

/** Whom a decision is for, as far as it could be found out. */
public sealed interface Customer {

    /** What is known; empty where nothing is. */
    CustomerProfile profile();

    /** The customer as a decision may see them: anonymous if nothing that is known may be used. */
    default Customer asMayBeSeen() {
        return profile().treatment().anonymous() ? new Known(profile().anonymous()) : this;
    }

    /** The profile was read. */
    record Known(CustomerProfile profile) implements Customer {}

    /** Known to be new: there is no profile. */
    record New() implements Customer {
        @Override
        public CustomerProfile profile() {
            return CustomerProfile.EMPTY;
        }
    }

    /** The profile could not be read. */
    record Unreadable() implements Customer {
        @Override
        public CustomerProfile profile() {
            return CustomerProfile.EMPTY;
        }
    }
}
