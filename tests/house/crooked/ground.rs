//! The ground.

pub fn stone() -> String {
    format!("{}", crate::upper::wall::height())
}

#[cfg(test)]
mod tests {
    use crate::upper::Roof;
}
