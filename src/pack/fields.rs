//! The fields of the CRM's records: one table that the pack checker, the CRM's forms and the score all read.

use super::model::RecordKind;

/// What may stand in a field; decides how it is entered, validated and compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldType {
    /// One line.
    Text,
    /// Several lines.
    Note,
    /// One of these names (shown through the localisation files as `choice-<name>`).
    Choice(&'static [&'static str]),
    /// ISO date.
    Date,
    /// `14:30`.
    Time,
    /// `EUR 29.90`.
    Amount,
    /// E.164.
    Phone,
    /// An e-mail address.
    Email,
    /// A postal code.
    PostalCode,
    /// `yes` or `no`.
    YesNo,
    /// A whole number.
    Number,
}

/// A field of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Name in packs, journals and localisation keys (`field-<kind>-<name>`).
    pub name: &'static str,
    /// What may stand in it.
    pub kind: FieldType,
    /// A record cannot be complete without it.
    pub required: bool,
}

const fn field(name: &'static str, kind: FieldType, required: bool) -> Field {
    Field { name, kind, required }
}

use FieldType::*;

/// The fields of each kind of record, in the order of its form.
pub fn fields(kind: RecordKind) -> &'static [Field] {
    match kind {
        RecordKind::Customer => {
            const {
                &[
                    field("first_name", Text, false),
                    field("last_name", Text, true),
                    field("company", Text, false),
                    field("birth_date", Date, false),
                    field("phone", Phone, false),
                    field("mobile", Phone, false),
                    field("email", Email, false),
                    field("street", Text, false),
                    field("postal_code", PostalCode, false),
                    field("city", Text, false),
                    field("note", Note, false),
                ]
            }
        }
        RecordKind::Contract => {
            const {
                &[
                    field("number", Text, true),
                    field("product", Text, true),
                    field("status", Choice(&["active", "pending", "suspended", "ended"]), true),
                    field("start_date", Date, false),
                    field("end_date", Date, false),
                    field("monthly_price", Amount, false),
                    field("note", Note, false),
                ]
            }
        }
        RecordKind::Ticket => {
            const {
                &[
                    field(
                        "category",
                        Choice(&["billing", "technical", "contract", "delivery", "quality", "data", "other"]),
                        true,
                    ),
                    field("priority", Choice(&["low", "normal", "high", "urgent"]), true),
                    field("status", Choice(&["open", "in_progress", "solved", "escalated"]), true),
                    field(
                        "cause",
                        Choice(&[
                            "double_charge",
                            "billing_error",
                            "outage",
                            "equipment",
                            "configuration",
                            "price",
                            "misunderstanding",
                            "service",
                            "other",
                        ]),
                        false,
                    ),
                    field("escalated_to", Text, false),
                    field("amount", Amount, false),
                    field("due_date", Date, false),
                    field("note", Note, true),
                ]
            }
        }
        RecordKind::Order => {
            const {
                &[
                    field("product", Text, true),
                    field("price", Amount, true),
                    field("quantity", Number, false),
                    field("start_date", Date, false),
                    field("status", Choice(&["draft", "awaiting_signature", "confirmed", "cancelled"]), true),
                    field("note", Note, false),
                ]
            }
        }
        RecordKind::Appointment => {
            const {
                &[
                    field("date", Date, true),
                    field("time", Time, true),
                    field("with", Text, false),
                    field("place", Choice(&["on_site", "phone", "video"]), false),
                    field("status", Choice(&["booked", "to_confirm", "cancelled"]), true),
                    field("note", Note, false),
                ]
            }
        }
        RecordKind::Contact => {
            const {
                &[
                    field("date", Date, true),
                    field("channel", Choice(&["phone_in", "phone_out", "email", "chat", "letter"]), true),
                    field("subject", Text, true),
                    field("disposition", Text, false),
                    field("satisfaction", Number, false),
                    field("answers", Note, false),
                    field("note", Note, false),
                ]
            }
        }
        RecordKind::Consent => {
            const {
                &[
                    field("channel", Choice(&["phone", "email", "sms", "letter"]), true),
                    field("status", Choice(&["given", "refused", "opted_out"]), true),
                    field("date", Date, true),
                    field("source", Text, false),
                ]
            }
        }
    }
}

/// The field of that name.
pub fn find(kind: RecordKind, name: &str) -> Option<&'static Field> {
    fields(kind).iter().find(|field| field.name == name)
}

/// True when the field holds people's words, which differ by language; a closing code is the name of one.
pub fn is_free_text(kind: RecordKind, field: &Field) -> bool {
    matches!(field.kind, FieldType::Text | FieldType::Note)
        && (kind, field.name) != (RecordKind::Contact, "disposition")
}
