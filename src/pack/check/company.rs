//! `pack.ron`: the pack itself and the company.

use super::inspection::{ANYONE, Inspection};
use super::known::Kind;
use crate::id::*;
use crate::pack::model::{Company, Department, Disposition, Product};
use crate::pack::raw::RawPack;

/// The version of the pack format this program reads.
const FORMAT: u32 = 1;

/// Branches of business.
const SECTORS: [&str; 8] = ["telecom", "energy", "bank", "insurance", "retail", "research", "public", "other"];

/// What `pack.ron` says, checked.
pub struct Top {
    pub title: LineId,
    pub summary: LineId,
    pub sector: String,
    pub author: String,
    pub licence: String,
    pub company: Company,
    pub dispositions: Vec<Disposition>,
}

impl<'s> Inspection<'s> {
    /// Checks `pack.ron`; `folder` is the name of the pack's folder.
    pub fn pack(&mut self, raw: &RawPack<'s>, folder: &str) -> Top {
        if raw.format.value != FORMAT {
            let (found, expected) = (raw.format.value.to_string(), FORMAT.to_string());
            self.error(raw.format.slice, "P308", &[("found", &found), ("expected", &expected)]);
        }
        if raw.id.value != folder {
            self.error(raw.id.slice, "P204", &[("name", &raw.id.value), ("expected", folder)]);
        }
        let _ = self.choose(Kind::Sector, &raw.sector, SECTORS.map(|sector| (sector, ())));
        if raw.languages.is_empty() {
            self.error(raw.id.slice, "P310", &[]);
        }
        let products = self
            .readable(&raw.company.products)
            .into_iter()
            .map(|product| Product {
                id: ProductId::new(&product.id.value),
                name: self.line(&product.name, &[ANYONE]),
                price: self.price(&product.price),
            })
            .collect();
        let departments = self
            .readable(&raw.company.departments)
            .into_iter()
            .map(|department| Department {
                id: DepartmentId::new(&department.id.value),
                name: self.line(&department.name, &[ANYONE]),
                greeting: self.line(&department.greeting, &[ANYONE]),
                accepts: self.line(&department.accepts, &[ANYONE]),
                asks: self.line(&department.asks, &[ANYONE]),
                recap: self.intent_list(&department.recap),
            })
            .collect();
        let dispositions = self
            .readable(&raw.dispositions)
            .into_iter()
            .map(|disposition| Disposition {
                id: DispositionId::new(&disposition.id.value),
                title: self.line(&disposition.title, &[ANYONE]),
            })
            .collect();
        Top {
            title: self.line(&raw.title, &[ANYONE]),
            summary: self.line(&raw.summary, &[ANYONE]),
            sector: raw.sector.value.clone(),
            author: raw.author.clone(),
            licence: raw.licence.clone(),
            company: Company { name: self.line(&raw.company.name, &[ANYONE]), products, departments },
            dispositions,
        }
    }
}
